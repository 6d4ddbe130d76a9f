import { openPorts, reaches } from '../../../access/index.ts';
import { fromFacts, knownValue } from '../collect.ts';
import { securityGroupPermissions, securityGroups } from '../ec2/security-groups.ts';
import type { DbInstance } from './instance-subject.ts';

export interface PublicReach {
  /** Security groups that let the internet reach its port. */
  readonly through: readonly string[];
  /** Groups that are not of this account, so that their rules are not seen. */
  readonly unseen: readonly string[];
}

/** Who gets through to an instance that has a public address; `null`: it has none, and nothing is asked. */
export const publicReach = fromFacts(
  ['publiclyAccessible'],
  async ({ publiclyAccessible }, db: DbInstance, reader): Promise<PublicReach | null> => {
    if (!knownValue<boolean>(publiclyAccessible)) return null;
    const groups = await securityGroups(reader, db.region);
    const lets = (id: string) =>
      openPorts(groups.get(id)?.ingress ?? []).some((open) =>
        db.port === null ? open.protocol === '-1' || open.protocol === 'tcp' : reaches(open, db.port),
      );
    return {
      through: db.securityGroups.filter(lets),
      unseen: db.securityGroups.filter((id) => !groups.has(id)),
    };
  },
  securityGroupPermissions,
);
