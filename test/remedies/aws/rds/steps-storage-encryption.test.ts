import guidance from '../../../../remedies/aws/rds/steps-storage-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
