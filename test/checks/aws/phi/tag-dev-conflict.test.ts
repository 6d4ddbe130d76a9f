import check from '../../../../checks/aws/phi/tag-dev-conflict.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'PHI in production', facts: { tags: { DataClassification: 'PHI', EnvironmentType: 'Prod' } } },
    { name: 'dev without PHI', facts: { tags: { DataClassification: 'non-phi', EnvironmentType: 'Dev' } } },
    { name: 'PHI, environment unsaid', facts: { tags: { PHI: 'yes' } } },
    { name: 'no tags', facts: { tags: {} } },
  ],
  fail: [
    {
      name: 'PHI in dev',
      facts: { tags: { DataClassification: 'PHI', EnvironmentType: 'Dev' } },
      because: /DataClassification: PHI and EnvironmentType: Dev/,
    },
    { name: 'PHI in QA', facts: { tags: { phi: 'true', env: 'qa' } }, because: /env: qa/ },
    {
      name: 'two environments, one of them test',
      facts: { tags: { PHI: '1', Environment: 'prod', Stage: 'test-2' } },
      because: /Stage: test-2/,
    },
  ],
});
