import { fromIni, fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { CloudError } from '../../domain/errors.ts';
import type { Account } from '../../domain/provider.ts';
import { classify } from './classify.ts';

interface Secret {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}
export type Credentials = () => Promise<Secret>;

/** There is nothing to sign a call with: no permission of the scan policy would help. */
export class NoCredentials extends CloudError {}

const renewBeforeMs = 5 * 60_000;

/** Asked once and shared by all clients of an account, until five minutes before they expire. */
function shared(provider: Credentials): Credentials {
  let current: Promise<Secret> | undefined;
  return async () => {
    const before = current;
    const held = await before?.catch(() => undefined);
    const fresh = held && (!held.expiration || held.expiration.getTime() - Date.now() > renewBeforeMs);
    // Of several who find them stale at the same time, the first renews them for all.
    if (!fresh && current === before) current = provider();
    return current as Promise<Secret>;
  };
}

/** Says what did not work, and which permission was missing, if AWS refused one. */
const orSay =
  (provider: Credentials, what?: string, permission?: string): Credentials =>
  () =>
    provider().catch((cause) => {
      const { reason, message } = classify(cause);
      const isRefusal = cause instanceof Error && cause.name !== 'CredentialsProviderError';
      const says = what ? `${what}: ${message}` : message;
      throw new NoCredentials(reason, says, isRefusal ? permission : undefined, { cause });
    });

/** The default chain, a profile, or a role assumed with either; `sessionPolicy` narrows what the role may do. */
export function credentialsFor(
  account: Account,
  {
    region,
    sessionName,
    timeoutMs,
    sessionPolicy,
  }: {
    readonly region: string;
    readonly sessionName: string;
    readonly timeoutMs: number;
    readonly sessionPolicy?: string;
  },
): Credentials {
  const { profile } = account;
  // The chain would go on past a profile that is not there, to whatever this machine is allowed.
  const base = profile ? fromIni({ profile }) : fromNodeProviderChain();
  if (!account.role)
    return shared(orSay(base as Credentials, profile && `the profile ${profile} cannot be used`));
  const params = {
    RoleArn: account.role,
    RoleSessionName: sessionName,
    ...(account.externalId ? { ExternalId: account.externalId } : {}),
    ...(sessionPolicy === undefined ? {} : { Policy: sessionPolicy }),
  };
  // Its own client waits for ever otherwise, and the scan with it.
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true };
  const assumed = fromTemporaryCredentials({
    params,
    masterCredentials: base,
    clientConfig: { region, requestHandler },
  });
  return shared(orSay(assumed as Credentials, 'the role cannot be assumed', 'sts:AssumeRole'));
}
