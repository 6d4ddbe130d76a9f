import { breaks, type Consequence, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

/** A plan stays readable: so many buckets are named, and the others counted. */
const mostNamed = 10;

const unseenDoors = uncertain(
  'access points of the account were not looked at: whoever comes from outside by a public policy of one would be refused',
);

export default defineRemedy({
  id: 'aws/s3/account-public-access-block',
  title: "Turn on all four flags of the account's public access block",
  cures: ['aws/s3/account-public-access-block'],
  kind: 'aws.account',
  fact: 'publicAccessBlock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['bucketsWithin'],
  desired: (current) =>
    to({
      ...current,
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    }),
  consequences({ bucketsWithin }, { before, after }) {
    const doors: readonly Consequence[] =
      after?.restrictPublicBuckets && !before?.restrictPublicBuckets ? [unseenDoors] : [];
    if (!bucketsWithin.known)
      return [...unread(bucketsWithin, 'which buckets it would close cannot be told'), ...doors];
    const broken: string[] = [];
    const unsure: string[] = [];
    for (const {
      name,
      read,
      write,
      policy,
      website,
      distributions,
      grantees,
      aclsOn,
    } of bucketsWithin.value) {
      const opens = [read, write].find((door) => door?.public);
      const asStrangers =
        distributions?.filter(({ signs }) => signs === 'website' || signs === 'nothing') ?? [];
      const byIdentity = distributions?.filter(({ signs }) => signs === 'originAccessIdentity') ?? [];
      const lost = [
        ...(opens?.public ? [`strangers (${opens.because})`] : []),
        ...(opens && website ? ['the visitors of its website'] : []),
        ...asStrangers.map(({ id }) => `CloudFront distribution ${id}`),
        ...(policy?.public
          ? [...byIdentity.map(({ id }) => `CloudFront distribution ${id}`), ...(grantees ?? [])]
          : []),
      ];
      if (lost.length > 0)
        broken.push(`${name} is reached today by ${lost.join(', ')}, who would be refused`);
      const unread = [read, write, policy, website, distributions, grantees].includes(null);
      if (unread && lost.length === 0) unsure.push(`whether somebody outside reaches ${name} cannot be told`);
      else if (aclsOn !== false) unsure.push(`objects in ${name} may be public by their own ACLs`);
    }
    const told: Consequence[] = [...named(broken, breaks), ...named(unsure, uncertain)];
    const buckets = bucketsWithin.value.length;
    if (told.length === 0)
      told.push(harmless(`nobody outside reaches any of the ${buckets} buckets today by the bucket itself`));
    return [...told, ...doors];
  },
});

const named = (says: readonly string[], as: (says: string) => Consequence): readonly Consequence[] => [
  ...says.slice(0, mostNamed).map(as),
  ...(says.length > mostNamed ? [as(`the same holds for ${more(says.length - mostNamed)}`)] : []),
];

const more = (count: number): string => `${count} ${count === 1 ? 'bucket' : 'buckets'} more`;
