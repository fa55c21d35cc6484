import type { TenantScope } from '#db/scopes.ts';
import type { Viewer } from './access-queries.ts';
import { listPage, type PageWish } from './list-page.ts';
import { choiceNames } from './name-queries.ts';
import type { RequestQuery } from './request-query.ts';

/** The statements of one part of a list's file. */
export function loadExportPart(scope: TenantScope, viewer: Viewer, query: RequestQuery, wish: Required<PageWish>) {
  return { page: listPage(scope, viewer, query, wish), names: choiceNames(scope) };
}
