import * as z from 'zod';
import type { AppContext } from '../context.ts';
import { readForm } from '../read-form.ts';
import { type AuditQuery, readAuditQuery } from './audit-query.ts';

const text = z.string().optional();
const form = z.strictObject({ group: text, who: text, account: text, from: text, to: text });

/** The filters of the list whose button was pressed. */
export async function readExportForm(c: AppContext): Promise<AuditQuery> {
  const { fields } = await readForm(c, form);
  return readAuditQuery(fields).query;
}
