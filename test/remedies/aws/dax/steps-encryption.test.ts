import guidance from '../../../../remedies/aws/dax/steps-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
