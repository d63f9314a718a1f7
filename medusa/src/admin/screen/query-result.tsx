import { Alert, Button, Container, Text } from '@medusajs/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages.ts';
import type { Refusal } from '../server/ask.ts';

/** What the server answered, or that it is still awaited, or why there is no answer and what to do. */
export function QueryResult<T>(props: {
  of: UseQueryResult<T, Refusal>;
  children: (answer: T) => ReactNode;
}) {
  const messages = useMessages();
  const { data, error, refetch, isFetching } = props.of;
  if (error) {
    return (
      <Container className="flex flex-col items-start gap-y-3 p-6">
        <Refused refusal={error} title={messages.page.failed} />
        <Button variant="secondary" size="small" onClick={() => void refetch()} isLoading={isFetching}>
          {messages.page.tryAgain}
        </Button>
      </Container>
    );
  }
  if (data === undefined) {
    return (
      <Container className="p-6" role="status">
        <Text size="small" className="text-ui-fg-subtle">
          {messages.page.loading}
        </Text>
      </Container>
    );
  }
  return <>{props.children(data)}</>;
}

/** Why a request was refused, read out at once by a screen reader. */
export function Refused(props: { refusal: Refusal; title?: string }) {
  const messages = useMessages();
  return (
    <Alert variant="error" role="alert" className="w-full">
      <strong className="block">{props.title ?? messages.page.refused}</strong>
      {messages.refusal(props.refusal)}
    </Alert>
  );
}
