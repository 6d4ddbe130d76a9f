/** Kinds of secrets by what nothing else looks like. */
const shapes: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['AWS access key', /\bAKIA(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}\b/],
  ['GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
  ['Google API key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16}/],
];

/** Kinds of secrets by the name before the value, whose value must look written out. */
const named: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'AWS secret access key',
    /secret_?access_?key["']?\s{0,9}[:=]\s{0,9}["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
  ],
  ['password', /(?:pass(?:word|wd|phrase)?|pwd)["']?\s{0,9}[:=]\s{0,9}["']?([^\s"'`;,|&]{1,200})/gi],
  ['password', /--?pass(?:word|wd)\s{1,9}["']?([^\s"'`;,|&]{1,200})/gi],
  [
    'password',
    /\becho\s{1,9}["']?[a-z_][\w-]{0,99}:([^\s"'`|]{1,200})["']?\s{0,9}\|\s{0,9}(?:sudo\s{1,9})?chpasswd\b/gi,
  ],
  ['password', /ConvertTo-SecureString\s{1,9}(?:-String\s{1,9})?["']([^"'\n]{1,200})["']/gi],
  ['password', /\bnet1?\s{1,9}user\s{1,9}["']?[\w.-]{1,64}["']?\s{1,9}["']?([^\s"'`/]{1,200})/gi],
  ['password in an address', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"']{0,200}:([^\s@/"']{1,200})@/gi],
  [
    'token',
    /(?:token|api_?key|secret|secret_?key|auth_?key)["']?\s{0,9}[:=]\s{0,9}["']?([^\s"'`;,|&]{1,200})/gi,
  ],
  ['token', /--(?:token|api-?key|secret)\s{1,9}["']?([^\s"'`;,|&]{1,200})/gi],
];

const shortest = 8;

/** A value that is fetched, filled in later, a reference or a word of prose is no secret. */
function isWrittenOut(value: string): boolean {
  if (value.length < shortest) return false;
  if (/^[$<{%*([!/~]|^arn:|^(?:ssm|vault|sm|aws|file|env):|^https?:|\$[{(A-Za-z]|\{\{/i.test(value))
    return false;
  if (/^[\w.]+[([]|example|placeholder|redacted|change.?me|^your|^x+$/i.test(value)) return false;
  return /[A-Za-z]/.test(value) && /[^A-Za-z_.-]/.test(value);
}

const shortestToken = 16;

/** A token looks made by a machine: what is spelled in words, as the name of a secret is, is none. */
const isTokenLike = (value: string): boolean =>
  value.length >= shortestToken && /\d/.test(value) && !/^[a-z]+([-_.][a-z0-9]+)+$/i.test(value);

/** A secret key of AWS is made of characters that paths have too; its name and its length tell it well enough. */
const looksReal = (kind: string, value: string): boolean =>
  kind === 'AWS secret access key'
    ? !/example/i.test(value)
    : isWrittenOut(value) && (kind !== 'token' || isTokenLike(value));

/** What kinds of secrets a script holds, by their looks. Only the kinds come out, never a value. */
export function secretsIn(text: string): readonly string[] {
  const kinds = new Set<string>();
  for (const [kind, pattern] of shapes) if (pattern.test(text)) kinds.add(kind);
  for (const [kind, pattern] of named)
    for (const [, value = ''] of text.matchAll(pattern)) if (looksReal(kind, value)) kinds.add(kind);
  return [...kinds].sort();
}
