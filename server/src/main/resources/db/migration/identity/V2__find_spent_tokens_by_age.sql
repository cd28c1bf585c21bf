create index spent_token_by_expiry on identity.spent_token (expires_at);
