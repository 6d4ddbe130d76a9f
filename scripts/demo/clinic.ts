/** The made-up clinic: everything that more than one file of the recording must agree on. */
export const demo = 'Lakeside Clinic, a made-up clinic';
export const accountId = '111122223333';
export const accountName = 'lakeside-clinic';
export const home = 'us-east-1';
export const spare = 'us-west-2';
export const regions = [home, spare] as const;

/** The moment of the recording. Ages in the demo count to here, so they never change. */
export const recordedAt = '2026-11-20T09:00:00Z';

/** The emulator answers for the clinic's account, and knows the policies of AWS. */
export const motoSettings = { MOTO_ACCOUNT_ID: accountId, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' };

export const userArn = (name: string): string => `arn:aws:iam::${accountId}:user/${name}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const distributionArn = (id: string): string => `arn:aws:cloudfront::${accountId}:distribution/${id}`;

/** Others whom the clinic works with; numbers that belong to nobody. */
export const labPartner = '444455556666';
export const backupVendor = '777788889999';
export const organisation = 'o-lakeside01';
export const privateEndpoint = 'vpce-0a1b2c3d4e5f60718';
export const privateNetwork = 'vpc-0d1e2f3a4b5c60789';

export const websiteDistribution = 'E1LAKESIDEWEB0';
export const portalDistribution = 'E2LAKESIDEPORT';
