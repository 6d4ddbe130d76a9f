import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const cluster = (ClusterName: string) => ({
  ClusterName,
  NodeType: 'dax.t3.small',
  ReplicationFactor: 1,
  IamRoleArn: `arn:aws:iam::${testAccountId}:role/dax`,
});

tellService({
  title: 'every check of DAX, on moto',
  checks: ['aws/dax/'],
  async seed(sdk) {
    const dax = await sdk('dax');
    await dax.createCluster({ ...cluster('sealed'), SSESpecification: { Enabled: true } });
    await dax.createCluster({ ...cluster('plain'), SSESpecification: { Enabled: false } });
    await dax.createCluster(cluster('unsaid'));
  },
  expects: { 'aws/dax/encryption-at-rest': { pass: ['sealed'], fail: ['plain', 'unsaid'] } },
});
