import Glibc

FreedMemory.keep()
exit(runCommand())
