import guidance from '../../../../remedies/aws/rds/steps-snapshot-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
