import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemKind } from '#lib/problem.ts';
import type { ProblemPageKind } from '#ui/problem-page.tsx';

const statuses = {
  not_found: 404,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  gone: 410,
  too_many: 429,
  too_large: 413,
} as const satisfies Record<ProblemKind, ContentfulStatusCode>;

/** The HTTP status of a Problem. A suspended tenant is away, not gone, and a crowd passes (RFC 9110 §15.6.4). */
export function statusOf(problem: Problem): ContentfulStatusCode {
  if (problem.code === 'tenant_suspended' || problem.code === 'busy') return 503;
  return problem.code === 'wrong_method' ? 405 : statuses[problem.kind];
}

/** Which words its page says. */
export function kindOf(problem: Problem): ProblemPageKind {
  if (problem.code === 'tenant_suspended') return 'suspended';
  if (problem.code === 'busy') return 'busy';
  if (problem.code === 'cross_site') return 'crossSite';
  if (problem.code === 'view_only') return 'viewOnly';
  if (problem.code === 'other_tenant') return 'otherTenant';
  return problem.code === 'wrong_method' ? '405' : `${statuses[problem.kind]}`;
}
