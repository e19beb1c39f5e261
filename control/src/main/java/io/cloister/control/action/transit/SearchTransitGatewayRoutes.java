package io.cloister.control.action.transit;

import io.cloister.control.action.Action;
import io.cloister.control.action.AwsException;
import io.cloister.control.action.Caller;
import io.cloister.control.action.Decision;
import io.cloister.control.action.Draw;
import io.cloister.control.action.support.Filters;
import io.cloister.model.ip.Prefix;
import io.cloister.model.network.Network;
import io.cloister.model.vpc.TransitGatewayRouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesRequest;
import software.amazon.awssdk.services.ec2.model.SearchTransitGatewayRoutesResponse;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;

/** Finds the routes of a table, static and propagated. */
final class SearchTransitGatewayRoutes
    implements Action<SearchTransitGatewayRoutesRequest, SearchTransitGatewayRoutesResponse> {
  private static final Filters<TransitGatewayRoute> FILTERS =
      Filters.<TransitGatewayRoute>ofTags(_ -> java.util.Collections.emptySortedMap())
          .with(
              "attachment.transit-gateway-attachment-id",
              r -> r.transitGatewayAttachments().stream().map(a -> a.transitGatewayAttachmentId()))
          .with(
              "attachment.resource-id",
              r -> r.transitGatewayAttachments().stream().map(a -> a.resourceId()))
          .with(
              "attachment.resource-type",
              r -> r.transitGatewayAttachments().stream().map(a -> a.resourceTypeAsString()))
          .with("prefix-list-id", _ -> Stream.of())
          .one("state", r -> r.stateAsString())
          .one("type", r -> r.typeAsString());

  @Override
  public Class<SearchTransitGatewayRoutesRequest> request() {
    return SearchTransitGatewayRoutesRequest.class;
  }

  @Override
  public boolean writes() {
    return false;
  }

  @Override
  public Set<String> honours() {
    return Set.of("TransitGatewayRouteTableId", "Filters", "MaxResults");
  }

  @Override
  public Decision<SearchTransitGatewayRoutesResponse> decide(
      Network network, Caller caller, SearchTransitGatewayRoutesRequest request, Draw draw) {
    TransitGatewayRouteTable table =
        Transit.table(network, caller, request.transitGatewayRouteTableId());
    if (request.filters().isEmpty()) {
      throw new AwsException("MissingParameter", "The request must contain the parameter Filter");
    }
    int most = request.maxResults() == null ? 1000 : request.maxResults();
    if (most < 5 || most > 1000) {
      throw new AwsException(
          "InvalidParameterValue",
          "Value ( %d ) for parameter maxResults is invalid. Expecting a value between 5 and 1000."
              .formatted(most));
    }
    List<TransitRoutes.Route> routes = TransitRoutes.of(network, table);
    List<Filter> plain = new ArrayList<>();
    for (Filter filter : request.filters()) {
      if (filter.name() != null && filter.name().startsWith("route-search.")) {
        routes = searched(routes, filter);
      } else {
        plain.add(filter);
      }
    }
    Predicate<TransitGatewayRoute> condition = FILTERS.condition(network, plain);
    List<TransitGatewayRoute> found =
        routes.stream().map(TransitRoutes.Route::shape).filter(condition).toList();
    return Decision.answer(
        SearchTransitGatewayRoutesResponse.builder()
            .routes(found.subList(0, Math.min(most, found.size())))
            .additionalRoutesAvailable(found.size() > most)
            .build());
  }

  private static List<TransitRoutes.Route> searched(
      List<TransitRoutes.Route> routes, Filter filter) {
    List<Prefix> wanted = filter.values().stream().map(SearchTransitGatewayRoutes::block).toList();
    return switch (filter.name()) {
      case "route-search.exact-match" ->
          routes.stream().filter(r -> wanted.contains(r.destination())).toList();
      case "route-search.subnet-of-match" ->
          routes.stream()
              .filter(r -> wanted.stream().anyMatch(w -> w.contains(r.destination())))
              .toList();
      case "route-search.supernet-of-match" ->
          routes.stream()
              .filter(r -> wanted.stream().anyMatch(w -> r.destination().contains(w)))
              .toList();
      case "route-search.longest-prefix-match" ->
          wanted.stream()
              .flatMap(w ->
                  routes.stream()
                      .filter(r -> r.destination().contains(w))
                      .max(Comparator.comparingInt(r -> r.destination().length()))
                      .stream())
              .distinct()
              .toList();
      default ->
          throw new AwsException(
              "InvalidParameterValue", "The filter '%s' is invalid".formatted(filter.name()));
    };
  }

  /** A block, or an address as the block that is it alone. */
  private static Prefix block(String text) {
    return TransitRoutes.destination(
        text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"));
  }
}
