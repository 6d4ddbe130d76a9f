import guidance from '../../../../remedies/aws/s3/bucket-replication.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
