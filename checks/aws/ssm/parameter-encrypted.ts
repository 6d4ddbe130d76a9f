import { defineCheck, fail, notApplicable, pass } from '#src/check';

/** What the last words of a name make of a secret's name: where it is, or how it is handled, and not the secret. */
const about =
  /(name|arn|url|uri)$|^(id|ids|length|policy|ttl|expiry|expiration|rotation|enabled|days|hours|minutes|seconds|endpoint|path|version|region|type|user)$/;

const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(' ');

export default defineCheck({
  id: 'aws/ssm/parameter-encrypted',
  title: 'A parameter whose name speaks of a secret is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.ssm.parameter',
  facts: ['name', 'type'],
  settings: {
    secretWords: [
      'password',
      'passwd',
      'pwd',
      'passphrase',
      'secret',
      'token',
      'api key',
      'apikey',
      'private key',
      'access key',
      'credential',
      'credentials',
    ],
  },
  evaluate: ({ name, type }, { settings: { secretWords } }) => {
    if (type === 'SecureString') return pass;
    const last = wordsOf(name.split('/').at(-1) ?? name);
    const said = secretWords.find((word) => `${last} `.includes(`${word} `));
    if (said === undefined || about.test(last.split(' ').at(-1) ?? ''))
      return notApplicable('the end of its name does not speak of a secret');
    return fail(`its name speaks of "${said}", and it is a ${type}: stored as plain text`);
  },
});
