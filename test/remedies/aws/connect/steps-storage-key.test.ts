import guidance from '../../../../remedies/aws/connect/steps-storage-key.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
