import guidance from '../../../../remedies/aws/apigateway/steps-authorizer.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
