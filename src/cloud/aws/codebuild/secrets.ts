import type { EnvironmentVariable, ProjectSource } from '@aws-sdk/client-codebuild';

const keyNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const keyId = /^(AKIA|ASIA)[A-Z0-9]{16}$/;

/** Names of plain variables that hold AWS keys, by their name or by the shape of a key's id. No value is kept. */
export const keysAmong = (variables: readonly EnvironmentVariable[]): readonly string[] =>
  variables
    .filter(({ type = 'PLAINTEXT', value = '' }) => type === 'PLAINTEXT' && value !== '')
    .filter(({ name = '', value = '' }) => keyNames.includes(name.toUpperCase()) || keyId.test(value.trim()))
    .map(({ name = '' }) => name);

const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/@]*)@/i;
/** How the repository hosts' tokens begin; forty hexadecimal digits are GitHub's older ones. */
const token = /^(gh[a-z]_|github_pat_|glpat-|ATBB|ATCTT)|^[0-9a-f]{40}$/;

/**
 * Whether the address carries a password or a token. A bare user name, as Bitbucket writes it into its addresses, is none.
 * The address itself is never kept.
 */
export function carriesCredential({ location = '' }: ProjectSource): boolean {
  const [user = '', password = ''] = userinfo.exec(location)?.[1]?.split(':') ?? [];
  return password !== '' || token.test(user);
}
