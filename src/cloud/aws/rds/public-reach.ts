import { type IngressRule, openPorts, reaches } from '../../../access/index.ts';
import { fromFacts, knownValue } from '../collect.ts';
import { securityGroupPermissions, securityGroups } from '../ec2/security-groups.ts';
import type { DbInstance } from './instance-subject.ts';

export interface PublicReach {
  /** Security groups that let the internet reach its port. */
  readonly through: readonly string[];
  /** Groups of another account, or that name a prefix list which could not be read: not all of their rules are seen. */
  readonly unseen: readonly string[];
}

/** The address is public whatever the groups say, so a list that could not be read leaves the rest known. */
const seen = ({ unread: _, ...rule }: IngressRule) => openPorts([rule]);

/** Who gets through to an instance that has a public address; `null`: it has none, and nothing is asked. */
export const publicReach = fromFacts(
  ['publiclyAccessible'],
  async ({ publiclyAccessible }, db: DbInstance, reader): Promise<PublicReach | null> => {
    if (!knownValue<boolean>(publiclyAccessible)) return null;
    const groups = await securityGroups(reader, db.region);
    const lets = (id: string) =>
      (groups.get(id)?.ingress ?? [])
        .flatMap(seen)
        .some((open) =>
          db.port === null ? open.protocol === '-1' || open.protocol === 'tcp' : reaches(open, db.port),
        );
    const isUnseen = (id: string) =>
      groups.get(id)?.ingress.some(({ unread }) => unread !== undefined) ?? true;
    const through = db.securityGroups.filter(lets);
    return { through, unseen: db.securityGroups.filter((id) => !through.includes(id) && isUnseen(id)) };
  },
  securityGroupPermissions,
);
