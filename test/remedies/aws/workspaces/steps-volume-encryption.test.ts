import guidance from '../../../../remedies/aws/workspaces/steps-volume-encryption.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
