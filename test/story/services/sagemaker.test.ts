import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const KmsKeyId = `arn:aws:kms:us-east-1:${testAccountId}:key/notebooks`;

tellService({
  title: 'every check of SageMaker, on moto',
  checks: ['aws/sagemaker/'],
  async seed(sdk) {
    const sageMaker = await sdk('sageMaker');
    const RoleArn = `arn:aws:iam::${testAccountId}:role/notebook`;
    const notebook = (NotebookInstanceName: string, more: object) =>
      sageMaker.createNotebookInstance({
        NotebookInstanceName,
        InstanceType: 'ml.t3.medium',
        RoleArn,
        ...more,
      });
    await notebook('bare', { DirectInternetAccess: 'Enabled' });
    await notebook('kept', {
      KmsKeyId,
      SubnetId: 'subnet-1',
      SecurityGroupIds: ['sg-1'],
      DirectInternetAccess: 'Disabled',
    });
    await notebook('half', { KmsKeyId, SubnetId: 'subnet-1', DirectInternetAccess: 'Enabled' });
    await sageMaker.createModel({ ModelName: 'triage', ExecutionRoleArn: RoleArn });
    const config = (EndpointConfigName: string, variant: Partial<ProductionVariant>, more: object = {}) =>
      sageMaker.createEndpointConfig({
        EndpointConfigName,
        ProductionVariants: [{ VariantName: 'all', ModelName: 'triage', ...variant }],
        ...more,
      });
    const one = { InitialInstanceCount: 1 };
    await config('sealed', { ...one, InstanceType: 'ml.m5.large' }, { KmsKeyId });
    await config('unsealed', { ...one, InstanceType: 'ml.m5.large' });
    await config('own-disks', { ...one, InstanceType: 'ml.g4dn.xlarge' });
    await config('own-disks-too', { ...one, InstanceType: 'ml.m5d.large' });
    await config('serverless', { ServerlessConfig: { MemorySizeInMB: 1024, MaxConcurrency: 5 } });
  },
  expects: {
    'aws/sagemaker/notebook-kms': { pass: ['kept', 'half'], fail: ['bare'] },
    'aws/sagemaker/notebook-direct-internet': { pass: ['kept'], fail: ['bare', 'half'] },
    'aws/sagemaker/notebook-in-vpc': { pass: ['kept', 'half'], fail: ['bare'] },
    'aws/sagemaker/endpoint-config-kms': {
      pass: ['sealed'],
      fail: ['unsealed'],
      notApplicable: ['own-disks', 'own-disks-too', 'serverless'],
    },
  },
});
