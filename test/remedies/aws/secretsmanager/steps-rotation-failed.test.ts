import guidance from '../../../../remedies/aws/secretsmanager/steps-rotation-failed.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
