import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Account } from '../../domain/provider.ts';

interface Secret {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}
export type Credentials = () => Promise<Secret>;

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

/** The default chain, a profile, or a role assumed with either. */
export function credentialsFor(account: Account, region: string, sessionName: string): Credentials {
  const base = fromNodeProviderChain(account.profile ? { profile: account.profile } : {});
  if (!account.role) return shared(base as Credentials);
  const params = {
    RoleArn: account.role,
    RoleSessionName: sessionName,
    ...(account.externalId ? { ExternalId: account.externalId } : {}),
  };
  return shared(
    fromTemporaryCredentials({ params, masterCredentials: base, clientConfig: { region } }) as Credentials,
  );
}
