import Glibc

exit(runCommand())
