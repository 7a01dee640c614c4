#!/usr/bin/env python3
"""Checks the evidence of a fact, offline: verify.py FILE VKEY...

Needs Python 3.8 and nothing else, and shares no code with the archive. It follows docs/evidence.md:
RFC 8785 (canonical JSON), RFC 9162 section 2.1 (Merkle tree), C2SP signed-note, tlog-checkpoint and
tlog-cosignature, RFC 8032 section 5.1.7 (Ed25519). Exits with 0 when all is proven, with 1 when not.
"""
import base64, hashlib, json, re, struct, sys, time

def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()

def need(holds, why):
    if not holds: raise ValueError(why)

def b64(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base 64 has one spelling")
    return raw

# --- Ed25519 on the curve -x^2 + y^2 = 1 + d x^2 y^2 modulo P, in extended coordinates ---
P, Q = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def add(a, b):
    s, t = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    u, v = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = t - s, v - u, v + u, t + s
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, point):
    result = (0, 1, 1, 0)
    for bit in bin(n)[2:]:
        result = add(result, result)
        if bit == "1": result = add(result, point)
    return result

def point(raw):
    y, odd = int.from_bytes(raw, "little") & (2**255 - 1), raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P: x = x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and not (x == 0 and odd), "no point of the curve")
    if x & 1 != odd: x = P - x
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def ed25519(key, message, signature):
    need(len(signature) == 64, "an Ed25519 signature has 64 bytes")
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(point(r), times(k, point(key)))
    need(s < Q and (left[0] * right[2] - right[0] * left[2]) % P == 0
         and (left[1] * right[2] - right[1] * left[2]) % P == 0, "a signature is not of this text")

# --- RFC 8785 ---
def number(n):  # as ECMAScript writes it; repr gives the same digits
    if n == 0: return "0"
    sign, (digits, exponent) = "-" * (n < 0), ("%s" % repr(float(abs(n)))).partition("e")[::2]
    whole, _, fraction = digits.partition(".")
    fraction = "" if fraction == "0" else fraction
    place = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    place -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    if len(digits) <= place <= 21: return sign + digits.ljust(place, "0")
    if 0 < place <= 21: return sign + digits[:place] + "." + digits[place:]
    if -6 < place <= 0: return sign + "0." + "0" * -place + digits
    return sign + digits[0] + "." * (len(digits) > 1) + digits[1:] + "e%+d" % (place - 1)

def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{%s}" % ",".join(canonical(name) + ":" + canonical(value[name]) for name in names)
    if isinstance(value, list): return "[%s]" % ",".join(map(canonical, value))
    if isinstance(value, str): return json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, bool): return json.dumps(value)
    return number(value)

# --- the log ---
def root_over(leaf, index, size, path):  # RFC 9162, 2.1.3.2
    node, last = index, size - 1
    need(0 <= index <= last, "no such entry")
    for beside in map(b64, path):
        need(last > 0 and len(beside) == 32, "a proof is too long")
        if node & 1 or node == last:
            leaf = sha256(b"\1", beside, leaf)
            while not node & 1: node, last = node >> 1, last >> 1
        else: leaf = sha256(b"\1", leaf, beside)
        node, last = node >> 1, last >> 1
    need(last == 0, "a proof is too short")
    return leaf

def vkey(text):
    name, key_id, raw = text.split("+", 2)
    raw = b64(raw)
    need(len(raw) == 33 and raw[0] in (1, 4), "not an Ed25519 key")
    need(sha256(name.encode(), b"\n", raw)[:4].hex() == key_id, "a key is damaged")
    return name, bytes.fromhex(key_id), raw[0], raw[1:]

def verify(file, trusted):
    """Raises an exception unless the bytes of the file prove what they say; else says what."""
    text = file.decode("utf-8")
    evidence = json.loads(text)
    need(canonical(evidence) == text, "a byte is not as RFC 8785 has it")
    need(sorted(evidence) == ["archive", "checkpoint", "entries", "fact", "format", "signers"]
         and evidence["format"] == "defter-evidence@v1", "not a file of evidence")
    body, _, signatures = evidence["checkpoint"].rpartition("\n\n")
    origin, size, root, *_ = body.split("\n")
    need(re.fullmatch("0|[1-9][0-9]*", size) and origin == evidence["archive"], "a false checkpoint")
    lines, signers = signatures.split("\n"), evidence["signers"]
    need(lines.pop() == "" and len(lines) == len(set(signers)) == len(signers), "a key is missing")
    last, versions, fact = -1, {}, "fact/" + evidence["fact"]
    for entry in evidence["entries"]:
        event, index = entry["event"], entry["index"]
        need(sorted(entry) == ["event", "index", "proof"] and type(index) is int and index > last, "entries out of order")
        leaf = sha256(b"\0", canonical(event).encode())
        need(root_over(leaf, index, int(size), entry["proof"]) == b64(root), "entry %d is not in the log" % index)
        of, last = event["aggregateIdentifier"], index
        need(of == fact or of.startswith("correction/")
             and event["payload"]["proposal"]["fact"] == evidence["fact"], "an entry about " + of)
        need(event["sequenceNumber"] == versions.get(of, 0), "a version of %s is missing" % of)
        versions[of] = event["sequenceNumber"] + 1
    need(fact in versions, "no event of " + fact)
    seen = ""
    for line, signer in zip(lines, signers):  # each signature, by the key the file names
        name, key_id, kind, key = vkey(signer)
        start, blob = "\u2014 %s " % name, b64(line.rpartition(" ")[2])
        need(line.startswith(start) and line.count(" ") == 2 and blob[:4] == key_id, "a false signature")
        message, signature = (body + "\n").encode(), blob[4:]
        if kind == 4:
            seconds, signature = struct.unpack(">Q", signature[:8])[0], signature[8:]
            message = b"cosignature/v1\ntime %d\n" % seconds + message
        ed25519(key, message, signature)
        if kind == 4 and signer in trusted:
            seen += "\nseen by %s at %s" % (name, time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)))
    need(any(s in trusted and vkey(s)[0] == origin and vkey(s)[2] == 1 for s in signers),
         "not signed by a given key of " + origin)
    return "PROVEN: versions 1 to %d of %s in the log of %s at %s entries; not proven: that none came later%s" % (
        versions[fact], fact, origin, size, seen)

if __name__ == "__main__":
    try:
        print(verify(open(sys.argv[1], "rb").read(), sys.argv[2:]))
    except Exception as refusal:
        sys.exit("REFUSED: %s" % refusal)
