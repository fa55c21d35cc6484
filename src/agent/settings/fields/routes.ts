import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { askDelete, changeChoice, doDelete, placeField, restore, retire } from './change-field.tsx';
import { addField, showNewField } from './new-field.tsx';
import { saveField, showField } from './show-field.tsx';
import { showFields } from './show-fields.tsx';

/** The tenant's custom fields: for owners and admins; to other agents none of it exists. */
export const fieldRoutes = new Hono<AppEnv>()
  .get('/', showFields)
  .post('/', addField)
  .get('/new', showNewField)
  .get('/:field', showField)
  .post('/:field', saveField)
  .post('/:field/place', placeField)
  .post('/:field/choices', changeChoice)
  .post('/:field/retirement', retire)
  .post('/:field/restoration', restore)
  .get('/:field/deletion', askDelete)
  .post('/:field/deletion', doDelete);
