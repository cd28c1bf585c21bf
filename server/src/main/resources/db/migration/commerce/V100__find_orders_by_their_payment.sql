-- A gateway's dispute names the payment and not the order; only gateways abroad dispute by themselves.
create index shop_order_by_payment on commerce.shop_order using gin ((document -> 'tenders') jsonb_path_ops)
 where jsonb_path_exists(document, '$.tenders[*].payTxnId ? (@ starts with "pi_" || @ starts with "ch_" || @ starts with "py_")');
