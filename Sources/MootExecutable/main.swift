import Glibc
import MootCommand

FreedMemory.keep()
exit(runCommand())
