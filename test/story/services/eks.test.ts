import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const roleArn = `arn:aws:iam::${testAccountId}:role/cluster`;
const keyArn = `arn:aws:kms:us-east-1:${testAccountId}:key/secrets`;

tellService({
  title: 'every check of EKS, on moto',
  checks: ['aws/eks/'],
  async seed(sdk) {
    const eks = await sdk('eks');
    const create = (
      name: string,
      version: string,
      access: { endpointPublicAccess: boolean; publicAccessCidrs?: string[] },
      more: object = {},
    ) =>
      eks.createCluster({
        name,
        version,
        roleArn,
        resourcesVpcConfig: { subnetIds: [], endpointPrivateAccess: true, ...access },
        ...more,
      });
    await create('private', '1.33', { endpointPublicAccess: false });
    await create('office', '1.27', { endpointPublicAccess: true, publicAccessCidrs: ['203.0.113.0/24'] });
    await create(
      'open',
      '1.27',
      { endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] },
      {
        encryptionConfig: [{ resources: ['secrets'], provider: { keyArn } }],
      },
    );
  },
  expects: {
    'aws/eks/secrets-encryption': { pass: ['private', 'open'], fail: ['office'] },
    'aws/eks/endpoint-public': { pass: ['private', 'office'], fail: ['open'] },
  },
});
