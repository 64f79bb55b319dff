import {isFields} from './fields.ts';

/** The keys of what servers answer in the place of rows; a row of any tool has others. */
const KEYS: ReadonlySet<string> = new Set(
  [
    'message error errors detail details error_description errorType type title reason exceptions',
    'status statusCode code success ok took requestId request_id documentation_url kind apiVersion metadata data',
  ].flatMap(keys => keys.split(' ')),
);

/** What an answer says that is an error and no row: `Not Found`; null for anything else. */
export function apiError(value: unknown): string | null {
  if (!isFields(value) || Object.keys(value).some(key => !KEYS.has(key))) return null;
  const {message, error, errors, detail, error_description: described} = value;
  const inner = isFields(error) ? (error['message'] ?? error['detail']) : error;
  const listed = Array.isArray(errors) ? (errors as readonly unknown[])[0] : errors;
  const first = isFields(listed) ? (listed['message'] ?? listed['title'] ?? listed['detail']) : listed;
  const said = [described, message, inner, detail, first].find(
    one => typeof one === 'string' && one.trim() !== '',
  );
  return typeof said === 'string' ? said.slice(0, 200) : null;
}

export const API_ERROR_HINT =
  'the answer that was saved is no export: check the address and the login, and ask again';
