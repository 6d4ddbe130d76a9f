import guidance from '../../../../remedies/aws/efs/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
