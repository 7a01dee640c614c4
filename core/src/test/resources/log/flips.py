"""Changes, takes away and doubles each byte of a file, one at a time; all must be refused."""
import sys
from verify import verify

file = open(sys.argv[1], "rb").read()
verify(file, sys.argv[2:])
changes, found = 0, 0
for at in range(len(file)):
    before, byte, after = file[:at], file[at], file[at + 1:]
    for changed in (bytes([byte ^ 1]), b"", bytes([byte, byte])):
        changes += 1
        try:
            verify(before + changed + after, sys.argv[2:])
            print("not found: byte %d became %r" % (at, changed))
        except Exception:
            found += 1
print("%d changes, %d not found" % (changes, changes - found))
