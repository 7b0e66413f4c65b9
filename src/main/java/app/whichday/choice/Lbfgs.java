package app.whichday.choice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.ToDoubleFunction;

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and
 * 7.5) with a backtracking line search. One thread, one order: the same bits each time.
 */
final class Lbfgs {
    private static final int MEMORY = 8;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int MOST_BACKTRACKS = 30;

    /** A function and its gradient. */
    interface Objective {
        /** @param gradient overwritten */
        double at(double[] x, double[] gradient);
    }

    /** One step taken: what changed in place and gradient. */
    private record Step(double[] s, double[] y, double rho) {}

    private Lbfgs() {}

    /**
     * @param x where to start; overwritten by the place that the watch liked best
     * @param iterations at most
     * @param patience stop when the watch's value has not fallen for so many iterations
     * @param watch what should become small, asked after every iteration: the loss on held-out examples, or a constant
     */
    static void minimise(
            Objective objective, double[] x, int iterations, int patience, ToDoubleFunction<double[]> watch) {
        double[] best = x.clone();
        double bestWatched = watch.applyAsDouble(x);
        int since = 0;
        Deque<Step> steps = new ArrayDeque<>();
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        for (int i = 0; i < iterations; i++) {
            double[] direction = direction(gradient, steps);
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double nextValue = search(objective, x, value, gradient, direction, steps.isEmpty(), next, nextGradient);
            if (!(nextValue < value)) {
                break;
            }
            boolean converged = value - nextValue < 1e-7 * Math.max(1, Math.abs(nextValue));
            remember(steps, x, next, gradient, nextGradient);
            System.arraycopy(next, 0, x, 0, x.length);
            gradient = nextGradient;
            value = nextValue;
            double watched = watch.applyAsDouble(x);
            if (watched <= bestWatched) {
                since = watched < bestWatched ? 0 : since;
                bestWatched = watched;
                best = x.clone();
            } else if (++since >= patience) {
                break;
            }
            if (converged) {
                break;
            }
        }
        System.arraycopy(best, 0, x, 0, x.length);
    }

    private static double search(
            Objective objective,
            double[] x,
            double value,
            double[] gradient,
            double[] direction,
            boolean first,
            double[] next,
            double[] nextGradient) {
        double slope = dot(gradient, direction);
        double step = first ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
        for (int i = 0; i < MOST_BACKTRACKS; i++) {
            for (int k = 0; k < x.length; k++) {
                next[k] = x[k] + step * direction[k];
            }
            double nextValue = objective.at(next, nextGradient);
            if (nextValue <= value + SUFFICIENT_DECREASE * step * slope) {
                return nextValue;
            }
            step /= 2;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The two loops over the remembered steps, newest first and back. */
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] d = gradient.clone();
        double[] alpha = new double[steps.size()];
        int i = 0;
        for (Step step : steps) {
            alpha[i] = step.rho * dot(step.s, d);
            add(d, -alpha[i++], step.y);
        }
        if (!steps.isEmpty()) {
            Step newest = steps.getFirst();
            scale(d, 1 / (newest.rho * dot(newest.y, newest.y)));
        }
        for (Iterator<Step> oldestFirst = steps.descendingIterator(); oldestFirst.hasNext(); ) {
            Step step = oldestFirst.next();
            double beta = step.rho * dot(step.y, d);
            add(d, alpha[--i] - beta, step.s);
        }
        scale(d, -1);
        return d;
    }

    private static void remember(Deque<Step> steps, double[] x, double[] next, double[] g, double[] nextG) {
        double[] s = next.clone();
        add(s, -1, x);
        double[] y = nextG.clone();
        add(y, -1, g);
        double curvature = dot(s, y);
        // Without curvature the step would make the next direction point uphill.
        if (curvature > 1e-12) {
            steps.addFirst(new Step(s, y, 1 / curvature));
            if (steps.size() > MEMORY) {
                steps.removeLast();
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] a, double factor, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += factor * b[i];
        }
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
