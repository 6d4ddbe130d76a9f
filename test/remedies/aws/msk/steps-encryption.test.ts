import guidance from '../../../../remedies/aws/msk/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
