import type { Sdk } from './sdk.ts';

export interface AccountSize {
  readonly users: number;
  readonly buckets: number;
  readonly groups: number;
  readonly instances: number;
  readonly databases: number;
  readonly regions: readonly string[];
}

const each = (count: number, make: (n: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

/** Resources are spread over the regions in turn. */
export async function seedAccount(sdk: Sdk, buckets: S3, iam: Iam, size: AccountSize): Promise<void> {
  const regionOf = (n: number) => size.regions[n % size.regions.length] ?? 'us-east-1';
  // The first call of a service in a region takes the emulator a second: one at a time, then all.
  for (const region of size.regions) await (await sdk('ec2', region)).describeVpcs({});
  await each(size.users, async (n) => {
    const UserName = `user-${n}`;
    await iam.createUser({ UserName });
    if (n % 2 === 0) await iam.createAccessKey({ UserName });
    if (n % 3 === 0) await iam.createLoginProfile({ UserName, Password: `Made-up-${n}-for-a-bench` });
  });
  await each(size.buckets, (n) => buckets.createBucket({ Bucket: `bench-${n}` }));
  const groups = new Map<string, string>();
  await each(size.groups, async (n) => {
    const ec2 = await sdk('ec2', regionOf(n));
    const { GroupId = '' } = await ec2.createSecurityGroup({
      GroupName: `group-${n}`,
      Description: 'bench',
      VpcId: (await ec2.describeVpcs({})).Vpcs?.[0]?.VpcId,
    });
    groups.set(regionOf(n), GroupId);
    await ec2.authorizeSecurityGroupIngress({
      GroupId,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: n % 4 === 0 ? 22 : 443,
          ToPort: n % 4 === 0 ? 22 : 443,
          IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        },
      ],
    });
  });
  const images = new Map<string, string>();
  for (const region of size.regions) {
    const { Images } = await (await sdk('ec2', region)).describeImages({ Owners: ['amazon'] });
    images.set(region, Images?.[0]?.ImageId ?? '');
  }
  await each(size.instances, async (n) => {
    const region = regionOf(n);
    await (await sdk('ec2', region)).runInstances({
      ImageId: images.get(region) ?? '',
      MinCount: 1,
      MaxCount: 1,
      SecurityGroupIds: [groups.get(region) ?? ''],
    });
  });
  await each(size.databases, async (n) => {
    await (await sdk('rds', regionOf(n))).createDBInstance({
      DBInstanceIdentifier: `db-${n}`,
      DBInstanceClass: 'db.t3.micro',
      Engine: 'postgres',
      AllocatedStorage: 20,
      MasterUsername: 'bench',
      MasterUserPassword: 'made-up-for-a-bench',
      PubliclyAccessible: n % 5 === 0,
    });
  });
}

interface S3 {
  createBucket(input: { Bucket: string }): Promise<unknown>;
}
interface Iam {
  createUser(input: { UserName: string }): Promise<unknown>;
  createAccessKey(input: { UserName: string }): Promise<unknown>;
  createLoginProfile(input: { UserName: string; Password: string }): Promise<unknown>;
}
