import guidance from '../../../../remedies/aws/ecs/steps-containers.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
