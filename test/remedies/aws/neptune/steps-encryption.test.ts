import guidance from '../../../../remedies/aws/neptune/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
