import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { changeRule, removeTest } from './change-condition.tsx';
import { addQuestion, placeQuestion, placeSection, removeQuestion, removeSection } from './change-questions.ts';
import { addSection, saveSection, showSection } from './change-section.tsx';
import { showCheck } from './check.tsx';
import { saveConditionTest, showConditionTest } from './condition-test.tsx';
import { saveFormDetails, showDetails } from './details.tsx';
import { addForm, showNewForm } from './new-form.tsx';
import { duplicate, placeForm, restore, retire, setDefault } from './place-form.tsx';
import { showPreview, tryPreview } from './preview.tsx';
import { askDiscard, discard, publish, showPublication } from './publication.tsx';
import { saveQuestion, showQuestion } from './question.tsx';
import { askRemoveQuestion, askRemoveSection } from './removal.tsx';
import { showForm } from './show-form.tsx';
import { showForms } from './show-forms.tsx';
import { removeTestCase, saveTestCase, showNewTestCase, showTestCase } from './test-case.tsx';
import { saveTexts, showTexts } from './texts.tsx';
import { showVersion, showVersions } from './versions.tsx';

/** What customers ask with: for owners and admins; to other agents none of it exists. */
export const formRoutes = new Hono<AppEnv>()
  .get('/', showForms)
  .post('/', addForm)
  .get('/new', showNewForm)
  .get('/:formId', showForm)
  .post('/:formId/place', placeForm)
  .post('/:formId/copies', duplicate)
  .post('/:formId/retirement', retire)
  .post('/:formId/restoration', restore)
  .post('/:formId/default', setDefault)
  .get('/:formId/details', showDetails)
  .post('/:formId/details', saveFormDetails)
  .get('/:formId/texts', showTexts)
  .post('/:formId/texts', saveTexts)
  .post('/:formId/sections', addSection)
  .get('/:formId/sections/:section', showSection)
  .post('/:formId/sections/:section', saveSection)
  .post('/:formId/sections/:section/place', placeSection)
  .get('/:formId/sections/:section/removal', askRemoveSection)
  .post('/:formId/sections/:section/removal', removeSection)
  .post('/:formId/questions', addQuestion)
  .get('/:formId/questions/:question', showQuestion)
  .post('/:formId/questions/:question', saveQuestion)
  .post('/:formId/questions/:question/place', placeQuestion)
  .get('/:formId/questions/:question/removal', askRemoveQuestion)
  .post('/:formId/questions/:question/removal', removeQuestion)
  .post('/:formId/conditions', saveConditionTest)
  .get('/:formId/conditions/new', showConditionTest)
  .post('/:formId/conditions/rule', changeRule)
  .post('/:formId/conditions/removal', removeTest)
  .get('/:formId/preview', showPreview)
  .post('/:formId/preview', tryPreview)
  .get('/:formId/check', showCheck)
  .get('/:formId/tests/new', showNewTestCase)
  .post('/:formId/tests', saveTestCase)
  .get('/:formId/tests/:test', showTestCase)
  .post('/:formId/tests/:test/removal', removeTestCase)
  .get('/:formId/publication', showPublication)
  .post('/:formId/publication', publish)
  .get('/:formId/discarding', askDiscard)
  .post('/:formId/discarding', discard)
  .get('/:formId/versions', showVersions)
  .get('/:formId/versions/:version', showVersion);
