import check from '../../../../checks/aws/cloudtrail/s3-data-events-write.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'every bucket', facts: { objectWrites: { missingRegions: [], by: ['main'], partly: [] } } }],
  fail: [
    {
      name: 'no trail does',
      facts: { objectWrites: { missingRegions: ['us-east-1'], by: [], partly: [] } },
      because: /no trail/,
    },
    {
      name: 'some buckets',
      facts: { objectWrites: { missingRegions: ['us-east-1'], by: [], partly: ['main'] } },
      because: /some buckets only, by main/,
    },
    {
      name: 'not in one region',
      facts: { objectWrites: { missingRegions: ['us-west-2'], by: ['east'], partly: [] } },
      because: /not recorded in us-west-2/,
    },
  ],
});
