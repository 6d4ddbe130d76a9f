import guidance from '../../../../remedies/aws/secretsmanager/steps-turn-on-rotation.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
