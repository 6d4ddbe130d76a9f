/** A value that is a secret whatever its variable is called. */
const secretValues: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\b(?:ghp|gho|ghs|ghu)_[A-Za-z0-9]{36}|\bgithub_pat_\w{22,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /\b[sr]k_live_[A-Za-z0-9]{16,}/,
  /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+$/,
  // A password inside an address; one that is filled in later is no secret yet.
  /\b[a-z][\w+.-]*:\/\/[^\s/:@]*:(?![$<{%]|\*+@)[^\s/@]+@/i,
];

const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|SECRET_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|CREDENTIALS?|CONNECTION_?STRING)(?:_?\d+)?$/;

/** Says where a secret is, and not what it is. */
const reference =
  /^(?:arn:|ssm:|secretsmanager:|vault:|s3:\/\/|https?:\/\/|\/[\w.-]|alias\/|\{\{|\$\{|%\()|^[\w.-]+(?:\/[\w.-]+)+$/;
/** A switch, a number or a word that nobody would take for a secret. */
const harmless =
  /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|required|optional|\d{1,5}|.{1,5})$/i;

/** `dbPassword`, `db-password` and `DB_PASSWORD` are one name. */
const asWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toUpperCase();

const holdsSecret = (name: string, value: string): boolean =>
  secretValues.some((shape) => shape.test(value)) ||
  (secretName.test(asWords(name)) && !reference.test(value) && !harmless.test(value));

/** Names of the variables whose values look like secrets. The values are looked at here and go no further. */
export const secretVariables = (variables: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(variables)
    .filter(([name, value]) => holdsSecret(name, value))
    .map(([name]) => name)
    .sort();
