import guidance from '../../../../remedies/aws/s3/replication-target-unapproved.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
