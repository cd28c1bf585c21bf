package anxin.bot.tools;

import anxin.aftersales.CustomerCases;
import anxin.aftersales.OrderProof;
import anxin.commerce.Orders;
import anxin.commerce.Parcels;
import anxin.commerce.Products;
import anxin.commerce.Shops;
import anxin.knowledge.Knowledge;
import anxin.language.Language;
import anxin.messaging.Attachments;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The front doors of the modules below. */
@Component
record BotTools(
        Language language,
        Knowledge knowledge,
        Orders orders,
        Parcels parcels,
        Products products,
        Shops shops,
        CustomerCases cases,
        OrderProof proof,
        Attachments attachments,
        Clock clock) {}
