import MootReporting

/// The version of Moot.
let version = Receipt.currentVersion
