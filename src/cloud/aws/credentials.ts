import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
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
    const held = await current?.catch(() => undefined);
    const fresh = held && (!held.expiration || held.expiration.getTime() - Date.now() > renewBeforeMs);
    if (!fresh) current = provider();
    return current as Promise<Secret>;
  };
}

/** Says which source gave none, and why: an error of its own, because the call that wanted them was never made. */
const orNone =
  (provider: Credentials, source?: string, permission?: string): Credentials =>
  () =>
    provider().catch((cause) => {
      const { reason, message } = classify(cause);
      const says = source ? `${source} gives no credentials: ${message}` : message;
      throw new NoCredentials(reason, says, permission, { cause });
    });

/** The default chain, a profile, or a role assumed with either. */
export function credentialsFor(account: Account, region: string, sessionName: string): Credentials {
  const { profile } = account;
  const base = fromNodeProviderChain(profile ? { profile } : {});
  if (!account.role) return shared(orNone(base as Credentials, profile && `the profile ${profile}`));
  const params = {
    RoleArn: account.role,
    RoleSessionName: sessionName,
    ...(account.externalId ? { ExternalId: account.externalId } : {}),
  };
  const assumed = fromTemporaryCredentials({ params, masterCredentials: base, clientConfig: { region } });
  return shared(orNone(assumed as Credentials, 'the role', 'sts:AssumeRole'));
}
