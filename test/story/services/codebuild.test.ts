import { testAccountId } from '../../kit/aws/environment.ts';
import { tellService } from './kit.ts';

const plain = { type: 'GITHUB', location: 'https://github.com/clinic/portal.git' } as const;

tellService({
  title: 'every check of CodeBuild, on moto',
  checks: ['aws/codebuild/'],
  async seed(sdk) {
    const codeBuild = await sdk('codeBuild');
    const create = (
      name: string,
      variables: readonly { name: string; value: string; type?: 'PLAINTEXT' | 'PARAMETER_STORE' }[],
      more: object = {},
    ) =>
      codeBuild.createProject({
        name,
        source: plain,
        artifacts: { type: 'NO_ARTIFACTS' },
        environment: {
          type: 'LINUX_CONTAINER',
          image: 'aws/codebuild/standard:7.0',
          computeType: 'BUILD_GENERAL1_SMALL',
          environmentVariables: [...variables],
        },
        serviceRole: `arn:aws:iam::${testAccountId}:role/service-role/build`,
        ...more,
      });
    await create('plain', [{ name: 'STAGE', value: 'test' }]);
    await create(
      'silent',
      [{ name: 'AWS_SECRET_ACCESS_KEY', value: '/build/secret', type: 'PARAMETER_STORE' }],
      { logsConfig: { cloudWatchLogs: { status: 'DISABLED' }, s3Logs: { status: 'DISABLED' } } },
    );
    await create('by-name', [{ name: 'AWS_SECRET_ACCESS_KEY', value: 'not-a-real-secret' }], {
      logsConfig: {
        cloudWatchLogs: { status: 'DISABLED' },
        s3Logs: { status: 'ENABLED', location: 'logs/build' },
      },
    });
    await create('by-shape', [{ name: 'UPLOADER', value: `AKIA${'EXAMPLE1'.repeat(2)}` }], {
      source: { type: 'BITBUCKET', location: 'https://clinic@bitbucket.org/clinic/portal.git' },
    });
    await create('token', [], {
      source: { type: 'GITHUB', location: `https://ghp_${'x'.repeat(36)}@github.com/clinic/portal.git` },
    });
    await create('password', [], {
      source: { type: 'BITBUCKET', location: 'https://clinic:made-up@bitbucket.org/clinic/portal.git' },
    });
    await create('bucket', [], { source: { type: 'S3', location: 'sources/portal.zip' } });
  },
  expects: {
    'aws/codebuild/logging': {
      pass: ['plain', 'by-name', 'by-shape', 'token', 'password', 'bucket'],
      fail: ['silent'],
    },
    'aws/codebuild/plaintext-credentials': {
      pass: ['plain', 'silent', 'token', 'password', 'bucket'],
      fail: ['by-name', 'by-shape'],
    },
    'aws/codebuild/source-oauth': {
      pass: ['plain', 'silent', 'by-name', 'by-shape'],
      fail: ['token', 'password'],
      notApplicable: ['bucket'],
    },
  },
});
