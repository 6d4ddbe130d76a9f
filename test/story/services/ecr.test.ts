import { tellService } from './kit.ts';

const policy = (Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Pull', Effect: 'Allow', Principal, Action: ['ecr:BatchGetImage'] }],
  });

tellService({
  title: 'every check of ECR, on moto',
  checks: ['aws/ecr/'],
  async seed(sdk) {
    const ecr = await sdk('ecr');
    for (const repositoryName of ['none', 'open', 'shared']) await ecr.createRepository({ repositoryName });
    await ecr.setRepositoryPolicy({ repositoryName: 'open', policyText: policy('*') });
    await ecr.setRepositoryPolicy({
      repositoryName: 'shared',
      policyText: policy({ AWS: 'arn:aws:iam::444455556666:root' }),
    });
  },
  expects: { 'aws/ecr/repository-public': { pass: ['none', 'shared'], fail: ['open'] } },
});
