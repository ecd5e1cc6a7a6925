/// The version of Moot.
let version = "0.1.0"
