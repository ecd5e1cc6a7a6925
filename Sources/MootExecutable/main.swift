import Glibc
import MootCommand

exit(runCommand())
