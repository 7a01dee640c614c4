/**
 * Checks the evidence of a fact in the reader's own browser, with nothing from the archive but the
 * file and a key: docs/evidence.md says what is checked. RFC 8785, RFC 9162 section 2.1, C2SP
 * signed-note and tlog-cosignature; SHA-256 and Ed25519 are the browser's own (WebCrypto).
 */

const NOTE = 1;
const COSIGNATURE = 4;
const MEMBERS = ["archive", "checkpoint", "entries", "fact", "format", "signers"];

/** Why nothing is proven: `code` names a text of the page, `about` goes into it. */
export class Refused extends Error {
  constructor(code, about = "") {
    super(code);
    this.about = about;
  }
}

function need(holds, code, about) {
  if (!holds) throw new Refused(code, about);
}

const utf8 = (text) => new TextEncoder().encode(text);

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const sha256 = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const same = (some, others) => hex(some) === hex(others);

/** Base 64 in its one spelling. */
function base64(text) {
  need(typeof text === "string" && /^[A-Za-z0-9+/]*={0,2}$/.test(text), "unreadable");
  const raw = atob(text);
  need(btoa(raw) === text, "changed");
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

/** RFC 8785: what JSON.stringify writes, with the members in the order of their UTF-16 units. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${canonical(name)}:${canonical(value[name])}`).join()}}`;
  }
  need(typeof value !== "string" || value.isWellFormed(), "changed");
  return JSON.stringify(value);
}

const hasMembers = (value, names) =>
  canonical(Object.keys(value).sort()) === canonical(names);

/** RFC 9162, section 2.1.3.2. */
async function rootOver(leaf, index, size, path) {
  need(Number.isSafeInteger(index) && index >= 0 && index < size, "changed");
  let [node, last, root] = [BigInt(index), BigInt(size) - 1n, leaf];
  for (const hash of path) {
    const beside = base64(hash);
    need(last > 0n && beside.length === 32, "changed");
    if (node & 1n || node === last) {
      root = await sha256([1], beside, root);
      while (!(node & 1n)) [node, last] = [node >> 1n, last >> 1n];
    } else {
      root = await sha256([1], root, beside);
    }
    [node, last] = [node >> 1n, last >> 1n];
  }
  need(last === 0n, "changed");
  return root;
}

/** A public key as C2SP signed-note writes it: name+hash+base64. */
async function verifierKey(text) {
  const [name, id, ...rest] = text.split("+");
  const typed = base64(rest.join("+"));
  need(typed.length === 33 && [NOTE, COSIGNATURE].includes(typed[0]), "damaged-key");
  const hash = await sha256(utf8(`${name}\n`), typed);
  need(name && hex(hash.slice(0, 4)) === id, "damaged-key");
  const key = await crypto.subtle.importKey("raw", typed.slice(1), { name: "Ed25519" }, false, [
    "verify",
  ]);
  return { name, id, type: typed[0], key };
}

/** Answers whose it is, and when a witness says to have seen the checkpoint. */
async function checkSignature(line, signer, body) {
  const { name, id, type, key } = await verifierKey(signer);
  const start = `\u2014 ${name} `;
  const signed = base64(line.slice(start.length));
  need(line.startsWith(start) && hex(signed.slice(0, 4)) === id, "false-signature", name);
  let [message, signature, at] = [utf8(body), signed.slice(4), null];
  if (type === COSIGNATURE) {
    need(signature.length > 8, "no-time", name);
    const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
    message = joined(utf8(`cosignature/v1\ntime ${seconds}\n`), message);
    signature = signature.slice(8);
    at = new Date(Number(seconds) * 1000);
  }
  need(
    await crypto.subtle.verify({ name: "Ed25519" }, key, signature, message),
    "false-signature",
    name,
  );
  return { signer, name, type, at };
}

async function checkEntries(evidence, size, root) {
  const fact = `fact/${evidence.fact}`;
  const versions = new Map();
  let last = -1;
  for (const entry of evidence.entries) {
    need(hasMembers(entry, ["event", "index", "proof"]) && entry.index > last, "changed");
    const { event, index, proof } = entry;
    const leaf = await sha256([0], utf8(canonical(event)));
    need(same(await rootOver(leaf, index, size, proof), root), "not-in-log", index);
    const of = event.aggregateIdentifier;
    const corrects =
      of.startsWith("correction/") && event.payload.proposal?.fact === evidence.fact;
    need(of === fact || corrects, "not-in-log", index);
    const next = versions.get(of) ?? 0;
    need(event.sequenceNumber === next, "missing-version", `${next + 1}, ${of}`);
    versions.set(of, next + 1);
    last = index;
  }
  need(versions.has(fact), "missing-version", `1, ${fact}`);
  return versions.get(fact);
}

/**
 * Checks everything a file of evidence says.
 *
 * @param {Uint8Array} file the very bytes
 * @param {string[]} trusted public keys that the reader trusts, name+hash+base64
 * @returns what is proven: versions 1 to `versions` of `fact`, in the log `archive` at `size` entries,
 *   and which witnesses saw that: `seenBy`, each with its `name` and when it did, `at`
 * @throws an error that says what fails; whatever is thrown, nothing is proven
 */
export async function verify(file, trusted) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
  const evidence = JSON.parse(text);
  need(canonical(evidence) === text, "changed");
  need(hasMembers(evidence, MEMBERS), "unreadable");
  need(evidence.format === "defter-evidence@v1", "unreadable");

  const blank = evidence.checkpoint.lastIndexOf("\n\n");
  const body = evidence.checkpoint.slice(0, blank + 1);
  const [origin, size, root] = body.split("\n");
  need(blank > 0 && /^(0|[1-9][0-9]{0,14})$/.test(size), "changed");
  need(origin === evidence.archive, "changed");
  const versions = await checkEntries(evidence, Number(size), base64(root));

  const lines = evidence.checkpoint.slice(blank + 2).split("\n");
  const { signers } = evidence;
  need(lines.pop() === "" && lines.length === signers.length, "missing-key");
  need(new Set(signers).size === signers.length, "changed");
  const signatures = await Promise.all(
    lines.map((line, at) => checkSignature(line, signers[at], body)),
  );
  const signedBy = signatures.filter(({ signer }) => trusted.includes(signer));
  need(
    signedBy.some(({ name, type }) => name === origin && type === NOTE),
    "foreign-key",
    origin,
  );
  const seenBy = signedBy.filter(({ type }) => type === COSIGNATURE);
  return { fact: evidence.fact, versions, archive: origin, size: Number(size), seenBy };
}
