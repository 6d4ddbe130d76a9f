import check from '../../../../checks/aws/phi/resource-tag-dev-conflict.ts';
import { testCheck } from '../../../kit/test-check.ts';

const phi = { DataClassification: 'PHI' };
const vpc = (value: string) => ({ name: 'vpc/vpc-1', tags: { Environment: value } });

testCheck(check, {
  pass: [
    { name: 'PHI in production', facts: { tags: { ...phi, Env: 'prod' }, inherited: [vpc('production')] } },
    { name: 'dev without PHI', facts: { tags: { Env: 'dev' }, inherited: [vpc('dev')] } },
    { name: 'PHI, environment unsaid', facts: { tags: phi, inherited: [{ name: 'vpc/vpc-1', tags: {} }] } },
    { name: 'no tags', facts: { tags: {}, inherited: [] } },
  ],
  fail: [
    {
      name: 'its own tags',
      facts: { tags: { ...phi, Env: 'dev' }, inherited: [] },
      because: /^tagged DataClassification: PHI and Env: dev$/,
    },
    {
      name: 'in a VPC for tests',
      facts: { tags: phi, inherited: [{ name: 'subnet/subnet-1', tags: {} }, vpc('test')] },
      because: /stands in vpc\/vpc-1, tagged Environment: test$/,
    },
    {
      name: 'says production, in a VPC for tests',
      facts: { tags: { ...phi, Env: 'prod' }, inherited: [vpc('test')] },
      because: /stands in vpc/,
    },
  ],
});
