import { z } from 'zod';
import { text } from './fields.ts';

const label = z.strictObject({
  column: text.describe('What is true: a class, a number, or for ranking how relevant the item is (0 is not at all).'),
  positive: text.optional().describe('For binary classification, the value that is positive.'),
  negative: text.optional().describe('For binary classification, the other value.'),
  classes: z
    .array(text)
    .min(2)
    .max(1000)
    .optional()
    .describe('For multiclass classification, all values; where they have an order, in this order.'),
});

/**
 * `columns` of a model. Which of the keys a task has is a rule between fields (`column-checks.ts`), and `taskColumns` gives
 * the columns of a checked model by task.
 */
export const columns = z.strictObject({
  id: text.describe('Names a row; every row has its own. Of a ranking, a row is an item of a query.'),
  label,
  score: text
    .optional()
    .describe(
      'Column of the predictions: the probability of the positive label, or for ranking by what the items are ordered, highest first; "score" when left out.',
    ),
  scores: z
    .record(text, text)
    .optional()
    .describe(
      'For multiclass classification, by class its column of the predictions: the probability of the class. The probabilities of a row sum to 1.',
    ),
  prediction: text
    .optional()
    .describe('Column of the predictions: the predicted label or number; "prediction" when left out.'),
  query: text.optional().describe('For ranking, the query of a row; the items of a query are ranked together.'),
  item: text.optional().describe('For ranking, the item of a row; it breaks ties of the score.'),
  weight: text
    .optional()
    .describe('How many rows a row stands for, above 0. It is hidden from the model, as the label is.'),
  cluster: text
    .optional()
    .describe('Rows of one cluster depend on each other, as those of one person; clusters are drawn, not rows.'),
  protected: z.array(text).default([]),
  control: z.array(text).default([]),
});
