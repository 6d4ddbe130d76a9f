import { expect, test } from 'vitest';
import { secretsIn } from '../../../src/cloud/aws/ec2/secrets-in.ts';

const forty = 'wJalrXUtnFEMIK7MDENGbPxRfiCYmadeupKEY123';

test.each<[string, string, readonly string[]]>([
  ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----', ['private key']],
  ['a PGP key', '-----BEGIN PGP PRIVATE KEY BLOCK-----', ['private key']],
  [
    'a pair of AWS',
    `key AKIAABCDEFGHIJKLMNOP\naws_secret_access_key = ${forty}`,
    ['AWS access key', 'AWS secret access key'],
  ],
  [
    'a secret key of AWS that begins as a path does',
    `AWS_SECRET_ACCESS_KEY=/${forty.slice(1)}`,
    ['AWS secret access key'],
  ],
  [
    'a GitHub token',
    `git clone https://x:ghp_${'a1'.repeat(18)}@github.com/o/r`,
    ['GitHub token', 'password in an address'],
  ],
  ['a Slack token', 'curl -d token=xoxb-12345678901-abc', ['Slack token']],
  ['a password of the shell', 'export DB_PASSWORD="hunter2-and-more"', ['password']],
  ['a password in YAML', 'database:\n  password: hunter2-and-more\n', ['password']],
  ['a password in JSON', '{"passwd": "hunter2-and-more"}', ['password']],
  ['a password as an option', 'mysql --password hunter2-and-more', ['password']],
  ['a password for chpasswd', "echo 'ubuntu:hunter2-and-more' | sudo chpasswd", ['password']],
  [
    'a password of PowerShell',
    '$p = ConvertTo-SecureString "Hunter2-and-more" -AsPlainText -Force',
    ['password'],
  ],
  ['a password of a Windows user', 'net user operator Hunter2-and-more /add', ['password']],
  ['a database address', 'DSN=postgres://app:hunter2more@db:5432/records', ['password in an address']],
  ['an API key', 'API_KEY=0123456789abcdef', ['token']],
  ['a token as an option', 'kubeadm join --token ab1def.0123456789abcdef', ['token']],
])('%s is one', (_, text, kinds) => {
  expect(secretsIn(text)).toEqual([...kinds].sort());
});

test.each([
  ['nothing', ''],
  ['a certificate', '-----BEGIN CERTIFICATE-----'],
  ['a public key', '-----BEGIN PUBLIC KEY-----'],
  ["AWS's own example", 'AKIAIOSFODNN7EXAMPLE'],
  ['what is fetched at the start', 'DB_PASSWORD=$(aws ssm get-parameter --name /app/db1)'],
  ['what is fetched in the old way', 'DB_PASSWORD=`cat /run/db1-secret-file`'],
  ['a variable', `mysql --password "$DB_PASSWORD_1" && export PASSWORD=\${SECRET_1234}`],
  ['a template', 'password: {{ vault_password_1 }}\npassword: <your-password-1>'],
  ['a reference', 'password: arn:aws:secretsmanager:us-east-1:1:secret:db1\nsecret: ssm:/app/db-1'],
  ['a file', 'PASSWORD_FILE=/run/secrets/db1\npassword=/run/secrets/db1'],
  ['a call', "password = os.environ['DB_PASSWORD_1']\npassword = get_secret('db-1-main')"],
  ['a metadata token', 'TOKEN=$(curl -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 21600" url)'],
  ['prose', '# password: required-by-the-installer, see the wiki'],
  ['a hash that nobody can sign in with', 'passwd: $6$rounds=4096$abcdefgh1234'],
  ['a password of PowerShell that is fetched', 'ConvertTo-SecureString $fetched1234 -AsPlainText'],
  ['a Windows user without a password', 'net user operator /active:yes /expires:2026-12-31'],
  ['a short word', 'password=abc1'],
  ['the name of a secret', 'imagePullSecret: my-registry-access-1\nsecret: prod/db'],
  ['a short code', 'token=0123456789abcde'],
  ['a placeholder', 'password=changeme123\ntoken=xxxxxxxxxx\nsecret=your-secret-1'],
  ['an address without a password', 'https://user@host/path:1234567@x'],
])('%s is none', (_, text) => {
  expect(secretsIn(text)).toEqual([]);
});

test('what comes out is never part of what went in', () => {
  expect(secretsIn(`export DB_PASSWORD="hunter2-and-more" ${forty}`).join()).not.toContain('hunter2');
});
